/** What is said with one person, and who of ours sees to it. */
package io.bactrian.conversations;
