// Draws one card as Teams does, so far as its open-source renderer goes. Returns what the renderer
// found wrong with it.
(json) => {
  const style = (background) => ({
    backgroundColor: background,
    foregroundColors: {
      default: { default: "#242424", subtle: "#616161" },
      accent: { default: "#4f52b2", subtle: "#5b5fc7" },
      attention: { default: "#b10e1c", subtle: "#c4314b" },
      good: { default: "#0f703b", subtle: "#13a10e" },
      warning: { default: "#8a3707", subtle: "#986f0b" },
    },
  });
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({
    fontFamily: '"Segoe UI", "DejaVu Sans", sans-serif',
    supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 16, large: 19, extraLarge: 24 },
    spacing: { small: 4, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 16 },
    containerStyles: { default: style("#ffffff"), emphasis: style("#f3f2f1") },
    actions: { maxActions: 6, actionAlignment: "left", buttonSpacing: 8, spacing: "default" },
    inputs: { label: { inputSpacing: "small", requiredInputs: { suffix: " *" } } },
  });
  const context = new AdaptiveCards.SerializationContext();
  card.parse(json, context);
  const drawn = card.render();
  document.getElementById("card").replaceChildren(drawn);
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
};
