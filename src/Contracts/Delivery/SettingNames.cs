using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Contracts.Delivery;

/// <summary>A setting: its name in the settings file and its environment variables; the first one given is used.</summary>
public sealed record SettingName(string Name, params string[] Keys);

/// <summary>The settings of a program. The environment overrides the file; an empty value counts as not set.</summary>
public sealed class SettingNames(IReadOnlyList<SettingName> names)
{
    /// <summary>The setting as an error message names it: its name, with its variables in brackets.</summary>
    public string Call(string name)
    {
        var keys = names.Single(known => known.Name == name).Keys;
        return $"'{name}' ({string.Join(", ", keys.Select(key => key.Replace(":", "__", StringComparison.Ordinal)))})";
    }

    /// <summary>Binds the settings to their options and validates them.</summary>
    /// <param name="file">A JSON object with one member per setting; null: no file.</param>
    /// <param name="environment">Variables of the environment, as configuration reads them.</param>
    /// <param name="rules">The validation rules of the options.</param>
    /// <exception cref="OptionsValidationException">Lists every value that is not usable, each in a sentence.</exception>
    public T Read<T>(string? file, IConfiguration environment, params IEnumerable<IValidateOptions<T>> rules)
        where T : class, new()
    {
        var faults = new List<string>();
        var given = file is null ? [] : FromFile(file, faults);
        foreach (var (name, keys) in names)
        {
            if (keys.Select(key => environment[key]).FirstOrDefault(value => value is { Length: > 0 }) is { } value)
            {
                given[name] = value;
            }
        }

        var settings = new ConfigurationBuilder().AddInMemoryCollection(given.Where(setting => setting.Value is { Length: > 0 })).Build();
        return new OptionsFactory<T>(
            [new ConfigureFromConfigurationOptions<T>(settings)],
            [],
            [.. faults.Select(fault => new ValidateOptions<T>(null, _ => false, fault)), .. rules]
        ).Create(Options.DefaultName);
    }

    /// <summary>The text that a program prints when its settings are invalid.</summary>
    public static string Say(string program, OptionsValidationException unusable)
    {
        var faults = unusable.Failures.ToList();
        return $"{program} does not start: {faults.Count} of its settings cannot be used.\n- {string.Join("\n- ", faults)}";
    }

    /// <summary>Accepts a list as an array or as one text with commas.</summary>
    private Dictionary<string, string?> FromFile(string file, List<string> faults)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var members = new ConfigurationBuilder().AddJsonStream(stream).Build().GetChildren().ToList();
            faults.AddRange(
                members
                    .Where(member => names.All(known => known.Name != member.Key))
                    .Select(member =>
                        $"{file}: there is no setting '{member.Key}'. Known: {string.Join(", ", names.Select(known => known.Name))}."
                    )
            );
            return members.ToDictionary(
                member => member.Key,
                string? (member) => member.Value ?? string.Join(',', member.GetChildren().Select(item => item.Value))
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            faults.Add($"The settings file {file} cannot be read: {failure.Message}");
            return [];
        }
    }
}

/// <summary>Collects errors as sentences that begin with the setting's name.</summary>
public sealed class SettingFaults(SettingNames names)
{
    private readonly ValidateOptionsResultBuilder _found = new();

    public ValidateOptionsResult Result => _found.Build();

    public void Add(string name, string sentence) => AddSentence($"{names.Call(name)} {sentence}");

    public void AddSentence(string sentence) => _found.AddError(sentence);
}
