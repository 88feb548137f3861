/**
 * Webhooks and outcomes wait here, on this machine's disk, while the store is away. Append-only files, written in groups
 * with one fsync each; a file is deleted once everything in it has been drained.
 */
package io.bactrian.spool;
