import type { Page } from 'playwright-core';

export interface Looks {
  /** CSS pixels by which the page is wider than the window. */
  overflow: number;
  /** Texts that are hard to read, with their contrast. */
  faint: string[];
  headings: number[];
  pictures: { alt: string; isShown: boolean }[];
}

/** What is to be seen of a page, measured in the browser. */
export function lookAt(page: Page): Promise<Looks> {
  // Runs in the browser, so everything that it needs is in it.
  return page.evaluate(() => {
    type Colour = [red: number, green: number, blue: number, alpha: number];

    function colourOf(css: string): Colour {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    }

    function over([red, green, blue, alpha]: Colour, below: Colour): Colour {
      const mix = (top: number, bottom: number): number => top * alpha + bottom * (1 - alpha);
      return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
    }

    function backgroundOf(element: Element | null): Colour {
      if (element === null) return [255, 255, 255, 1];
      const own = colourOf(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, backgroundOf(element.parentElement));
    }

    /** Source: WCAG 2.2, relative luminance and contrast ratio. */
    function luminance([red, green, blue]: Colour): number {
      const linear = [red, green, blue].map((channel) => {
        const share = channel / 255;
        return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      const [r = 0, g = 0, b = 0] = linear;
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }

    function contrast(element: Element): number {
      const background = backgroundOf(element);
      const text = over(colourOf(getComputedStyle(element).color), background);
      const [dark = 0, light = 0] = [luminance(text), luminance(background)].toSorted(
        (a, b) => a - b,
      );
      return (light + 0.05) / (dark + 0.05);
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faint: string[] = [];
    while (walker.nextNode() !== null) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const element = walker.currentNode.parentElement;
      if (text === '' || element === null || !element.checkVisibility()) continue;
      const ratio = contrast(element);
      if (ratio < 4.5) faint.push(`${ratio.toFixed(2)}: ${text.slice(0, 40)}`);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      overflow: scrollWidth - clientWidth,
      faint,
      headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) =>
        Number(tagName.slice(1)),
      ),
      pictures: [...document.images].map(({ alt, naturalWidth }) => ({
        alt,
        isShown: naturalWidth > 0,
      })),
    };
  });
}
