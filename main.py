"""Creative Partnership Workbook: the window, and everything that also works without one."""

import sys

from ui.command_line import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a program in one folder is also what its second process is started from
    sys.exit(main(sys.argv[1:]))
