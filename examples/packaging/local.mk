# How a package of Debian is built: a copy of debian/ at the top of the source tree, then dpkg-buildpackage.
EXTRA_DIST += %D%/debian/changelog
EXTRA_DIST += %D%/debian/control
EXTRA_DIST += %D%/debian/copyright
EXTRA_DIST += %D%/debian/libsmartkpi-dev.install
EXTRA_DIST += %D%/debian/libsmartkpi-dev.lintian-overrides
EXTRA_DIST += %D%/debian/libsmartkpi1.install
EXTRA_DIST += %D%/debian/libsmartkpi1.lintian-overrides
EXTRA_DIST += %D%/debian/python3-smartkpi.install
EXTRA_DIST += %D%/debian/python3-smartkpi.lintian-overrides
EXTRA_DIST += %D%/debian/rules
EXTRA_DIST += %D%/debian/source/format
