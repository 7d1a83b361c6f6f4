/** Measures the server over HTTP beside a raw JDBC loop of the same SQL, in the same run. */
package dev.tradepost.benchmarks;
