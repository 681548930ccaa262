namespace DispatchWorker.Planning.Input;

/// <summary>One mistake in a problem file: where (JSON pointer), its code, and what to do about it in Chinese and English.</summary>
public sealed record InputError(string Pointer, string Code, string Sentence, string SentenceEn);
