/** What users and staff do with orders of goods. */
package dev.tradepost.application.order;
