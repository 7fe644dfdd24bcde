"""Creative Partnership Workbook: the window, and everything that also works without one."""

import sys

if __name__ == "__main__":  # the process that reads a file apart begins with this module too, and needs none of it
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a program in one folder is also what its second process is started from
    from ui.command_line import main

    sys.exit(main(sys.argv[1:]))
