namespace FilingApi.Pages;

/// <summary>
/// Names the words of the pages: <c>Texts.resx</c> in Chinese, <c>Texts.en.resx</c> in English, the same keys in both (a test).
/// </summary>
public sealed class Texts;
