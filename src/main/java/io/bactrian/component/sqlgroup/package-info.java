/**
 * The {@code sql-group} component: a step that touches the database asynchronously and in groups. Everything that waits
 * while a commit is under way goes into the next statement and the next commit; a lone message is written at once. See
 * {@code docs/sql-group.md}.
 */
package io.bactrian.component.sqlgroup;
