# The letters beyond Latin in UTF-8 bytes (od -An -v -tu1), each once: code in hexadecimal, and its bytes in octal.
{
    for (i = 1; i <= NF; i++) {
        b = $i + 0
        if (b < 128) continue
        if (b >= 192) { code = b >= 240 ? b - 240 : b >= 224 ? b - 224 : b - 192; left = b >= 240 ? 3 : b >= 224 ? 2 : 1; bytes = "" }
        else { code = code * 64 + b - 128; left-- }
        bytes = bytes sprintf("\\%03o", b)
        if (b < 192 && left == 0 && code >= 592 && !seen[code]++) printf "%x %s\n", code, bytes
    }
}
