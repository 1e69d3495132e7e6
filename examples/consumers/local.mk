# A program that finds the library by CMake and by Meson.
nobase_dist_doc_DATA += %D%/CMakeLists.txt
nobase_dist_doc_DATA += %D%/meson.build
nobase_dist_doc_DATA += %D%/share.c
