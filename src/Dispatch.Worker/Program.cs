using Contracts.Delivery;
using DispatchWorker;
using Microsoft.Extensions.Options;

try
{
    return await Running.Run(args);
}
catch (OptionsValidationException unusable)
{
    await Console.Error.WriteLineAsync(SettingNames.Say("The worker", unusable));
    return 1;
}
catch (Exception cannot) when (cannot is InvalidOperationException or IOException or UnauthorizedAccessException)
{
    // What cannot work is said in one sentence; a stack trace would hide it.
    await Console.Error.WriteLineAsync($"The worker does not start: {cannot.Message}");
    return 1;
}

// The web SDK would make it public, and Filing.Api, which references this project, has a Program of its own.
internal sealed partial class Program;
