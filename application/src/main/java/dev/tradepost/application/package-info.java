/** Running use cases: who may, once only, watched. */
package dev.tradepost.application;
