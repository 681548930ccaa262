namespace FilingApi.Pages;

/// <summary>
/// Names the words of the roadside page, which it hands to its script: <c>RoadsideTexts.resx</c> in Chinese,
/// <c>RoadsideTexts.en.resx</c> in English, the same keys in both.
/// </summary>
public sealed class RoadsideTexts;
