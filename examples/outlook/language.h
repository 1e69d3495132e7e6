/* The language of a name by its script, for the page. */
#ifndef OUTLOOK_LANGUAGE_H
#define OUTLOOK_LANGUAGE_H

/* The language (BCP 47) of a letter of Unicode; NULL where its script is Latin, or none. */
const char *letter_language(unsigned long letter);
/* The letters of this letter's script are of this language from now on, which must live on. */
void letter_language_set(unsigned long letter, const char *language);

#endif
