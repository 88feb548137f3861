/** Where operators talk with people: conversations, and the texts that are used again and again. */
package io.bactrian.dashboard.desk;
