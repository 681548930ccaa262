namespace FilingApi.Tests.Replay;

internal static class SampleDays
{
    public static string Folder => Path.Combine(Repository.Data, "days");
}
