namespace DispatchWorker.Planning.Model;

/// <summary>One sentence in Chinese and in English; both say the same.</summary>
internal readonly record struct Words(string Zh, string En);
