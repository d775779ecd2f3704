/**
 * The elements that pages are made of and that stand on them dozens of times: fields, links, drawings, entries of the menu. They are components
 * and not tag files, because a tag file is taken apart and put together anew for each use of it: a field of six components with thirty
 * expressions costs four times what one component costs that writes the same. Declared in {@code WEB-INF/entente.taglib.xml}, beside the tag
 * files of what a page holds once.
 */
package app.entente.web.tag;
