# The manual, one line a page; a name that shares a page is a link of one line: .so man3/<page>.3
dist_man_MANS =
# start here, and what every module uses
