# The bundle and the installer for Windows: dist\annotator-VERSION-setup.exe.
# Needs uv, and Inno Setup 6 with iscc on the path. From the repository's root:
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$env:UV_PROJECT_ENVIRONMENT = Join-Path (Get-Location) 'build\environment'
$env:PYTHONUTF8 = '1'
$python = Join-Path $env:UV_PROJECT_ENVIRONMENT 'Scripts\python.exe'

function Invoke-Step([string] $Program) {
    & $Program @args
    if ($LASTEXITCODE -ne 0) { throw "$Program $args failed" }
}

Invoke-Step uv sync --quiet --no-dev --group packaging --no-editable --reinstall-package annotator
Invoke-Step $python packaging\icons.py build\icons
Invoke-Step $python -m PyInstaller --noconfirm --clean --log-level ERROR `
    --workpath build\pyinstaller --distpath dist packaging\bundle\annotator.spec
& $python packaging\licences.py | Set-Content -Encoding utf8 dist\annotator\LICENCES.txt

# A byte order mark tells Inno Setup that the script is UTF-8.
$script = & $python packaging\facts.py --fill packaging\windows\annotator.iss
$filled = Join-Path (Get-Location) 'packaging\windows\filled.iss'
[IO.File]::WriteAllLines($filled, $script, (New-Object Text.UTF8Encoding $true))
try { Invoke-Step iscc /Qp $filled } finally { Remove-Item $filled }
