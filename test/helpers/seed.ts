import fc from "fast-check";

/**
 * Property tests draw the same inputs in every run, so that a change fails for what it does and
 * not by chance. `SEED=2 npm test` draws others.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
