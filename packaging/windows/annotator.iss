; Template of the installer for Inno Setup 6; packaging/windows/build.ps1 fills it.
[Setup]
AppId=@APP_ID@
AppName=Annotator
AppVersion=@VERSION@
AppPublisher=The Annotator developers
DefaultDirName={autopf}\Annotator
DefaultGroupName=Annotator
; Anyone may install it for themselves.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
ChangesEnvironment=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=annotator-@VERSION@-setup
SetupIconFile=..\..\build\icons\annotator.ico
UninstallDisplayIcon={app}\annotatorw.exe
Compression=lzma2
SolidCompression=yes

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: path; Description: "Put the command “annotator” on the path"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\annotator\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Annotator"; Filename: "{app}\annotatorw.exe"; AppUserModelID: "@APP_ID@"
Name: "{autodesktop}\Annotator"; Filename: "{app}\annotatorw.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.annot"; ValueType: string; ValueData: "@APP_ID@.project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\@APP_ID@.project"; ValueType: string; ValueData: "Annotator project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\@APP_ID@.project\DefaultIcon"; ValueType: string; ValueData: "{app}\annotatorw.exe,0"
Root: HKA; Subkey: "Software\Classes\@APP_ID@.project\shell\open\command"; ValueType: string; ValueData: """{app}\annotatorw.exe"" open ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotOnPath

[Code]
function NotOnPath: Boolean;
var
  Path: String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Path) + ';') = 0;
end;
