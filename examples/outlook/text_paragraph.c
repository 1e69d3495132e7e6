/* Paragraphs of the report on a terminal. */
#include "text_paragraph.h"
#include "width.h"

#include <stdio.h>
#include <string.h>

void text_pad(size_t columns)
{
    while (columns--) putchar(' ');
}

void text_paragraph(const char *first, size_t indent, const char *text)
{
    size_t column = text_width(first);
    int begun = 0;
    fputs(first, stdout);
    if (column < indent) text_pad(indent - column), column = indent;
    while (*text) {
        const size_t length = strcspn(text, " ");
        char word[600];
        snprintf(word, sizeof word, "%.*s", (int)length, text);
        const size_t width = text_width(word);
        if (begun && column + 1 + width > TEXT_WIDTH) {
            putchar('\n');
            text_pad(indent);
            column = indent;
            begun = 0;
        }
        printf("%s%.*s", begun ? " " : "", (int)length, text);
        column += width + (begun ? 1 : 0);
        begun = 1;
        text += length + (text[length] == ' ');
    }
    putchar('\n');
}
