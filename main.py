"""Creative Partnership Workbook: the window, and everything that also works without one."""

import sys

from ui.command_line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
