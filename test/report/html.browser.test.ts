import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSER, Page } from "../helpers/browser.ts";
import { CONFLICTING, OPEN, REFUTED, reportTexts, SUPPORTED, textOf } from "./samples.ts";

// The page in a real browser. Without Chromium on the machine these tests are skipped.

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const NASTY = `<img src=x onerror="document.title='broken'"></mark></a></p><script>document.title='broken'</script> & "it" \u202edesrever`;

describe.skipIf(BROWSER === undefined)("the page in Chromium (skipped where there is none)", () => {
  let folder: string;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "page-"));
    const nasty = { ...REFUTED, claim: NASTY, rationale: [NASTY] } as const;
    const checked = [SUPPORTED, REFUTED, OPEN, CONFLICTING, nasty];
    const html = await reportTexts("html", [textOf("docs/a.md", checked)], {
      failOn: "not-enough-evidence",
      explain: true,
    });
    writeFileSync(join(folder, "page.html"), html);
    page = await Page.open(BROWSER ?? "");
    await page.show(pathToFileURL(join(folder, "page.html")).href);
  }, 60_000);

  afterAll(async () => {
    await page.close();
    rmSync(folder, { recursive: true });
  });

  it("has its style, breaks no rule of its policy, and asks the network for nothing", async () => {
    const font = await page.evaluate("getComputedStyle(document.body).fontFamily");
    expect(font).toContain("system-ui");
    expect(page.events.filter(({ method }) => method === "Log.entryAdded")).toEqual([]);
    const asked = page.events
      .filter(({ method }) => method === "Network.requestWillBeSent")
      .map(({ params }) => (params.request as { url: string }).url);
    expect(asked.filter((url) => !url.endsWith("/page.html"))).toEqual([]);
  });

  it("shows what claims hold as text", async () => {
    expect(await page.evaluate("document.title")).toBe("Fact check of docs/a.md");
    expect(await page.evaluate("document.querySelectorAll('script, img').length")).toBe(0);
    expect(await page.evaluate("document.querySelector('#f5 a').textContent")).toBe(
      `refuted: ${NASTY.replace("\u202e", "U+202E")}`,
    );
  });

  it.each([
    ["light", 1400],
    ["dark", 1400],
    ["light", 400],
    ["dark", 400],
  ] as const)("is accessible and fits, %s, %i wide", async (scheme, width) => {
    await page.call("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value: scheme }],
    });
    await page.call("Emulation.setDeviceMetricsOverride", {
      width,
      height: 900,
      deviceScaleFactor: 1,
      mobile: false,
    });
    const background = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(background).toBe(scheme === "dark" ? "rgb(21, 21, 20)" : "rgb(246, 246, 243)");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    await page.evaluate(`${AXE}; 0`);
    const broken = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`;
    expect(await page.evaluate(broken)).toEqual([]);
  });

  it("leads by keyboard from a finding to its evidence and back", async () => {
    await page.evaluate("document.querySelector('#f2 a').focus()");
    await page.call("Input.dispatchKeyEvent", { type: "keyDown", key: "Enter", text: "\r" });
    const target = "document.querySelector(':target')?.textContent";
    expect(await page.evaluate(target)).toBe("evidence: Bishops move diagonally.");
    await page.evaluate(
      "document.querySelector(':target').closest('p').nextElementSibling.querySelector('a').click()",
    );
    expect(await page.evaluate(target)).toContain(SUPPORTED.claim);
  });

  it("is one column on paper", async () => {
    await page.call("Emulation.setEmulatedMedia", { media: "print", features: [] });
    const display = await page.evaluate(
      "getComputedStyle(document.querySelector('.columns')).display",
    );
    expect(display).toBe("block");
  });
});
