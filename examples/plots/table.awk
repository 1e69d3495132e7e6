# A CSV file (RFC 4180, UTF-8) as lines of fields between tabs, which gnuplot reads as they are: a comma is no separator, no
# quote begins a field (quotes become those of print), a line break or another control character is a space.
# missing: letters that no font has, between spaces; they are left out.  A name of which nothing is left is its place's key.
function field_end() {
    gsub(/[\001-\037\177]/, " ", text)
    for (k = 1; k <= letters; k++) {
        while ((at = index(text, letter[k])) > 0) { text = substr(text, 1, at - 1) substr(text, at + length(letter[k])) }
    }
    if (text !~ /[^ ]/) text = ""
    for (k = 1; (at = index(text, "\"")) > 0; k++) text = substr(text, 1, at - 1) (k % 2 ? "“" : "”") substr(text, at + 1)
    if (text ~ /[\326-\337]/) text = mark text mark # from right to left: what is beside it stays there
    value[++fields] = text
    text = ""
}
function record_end(    i) {
    field_end()
    records++
    if (records == 1) {
        figures = value[1] == "key"
        for (i = 1; i <= fields; i++) { if (value[i] == "place") place = i; if (value[i] == "name") name = i }
    } else if (name && place && value[name] == "") value[name] = value[place]
    if (!figures || value[2] value[3] != "") for (i = 1; i <= fields; i++) printf "%s%s", (i == 1 ? "" : "\t"), value[i]
    if (!figures || value[2] value[3] != "") printf "\n"
    fields = 0
}
BEGIN { letters = split(missing, letter, " "); mark = "\342\200\216" } # U+200E, left to right
{
    line = $0
    sub(/\r$/, "", line)
    if (quoted) text = text " "
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (quoted) {
            if (c != "\"") text = text c
            else if (substr(line, i + 1, 1) == "\"") { text = text c; i++ }
            else quoted = 0
        } else if (c == "\"" && text == "") quoted = 1
        else if (c == ",") field_end()
        else text = text c
    }
    if (!quoted) record_end()
}
