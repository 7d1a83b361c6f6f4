/** The program: its command line, its settings, and how everything is put together. */
package dev.tradepost.bootstrap;
