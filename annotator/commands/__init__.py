"""Commands that ``cli`` gathers, and how they speak on a terminal."""
