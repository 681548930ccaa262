using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<StopState>))]
public enum StopState
{
    Planned,
    Begun,
    Done,
    Skipped,
}

public enum StopAct
{
    Begin,
    Finish,
    Skip,
}

/// <summary>R9's stop as data.</summary>
public static class StopMoves
{
    public static bool Allows(StopState state, StopAct act) =>
        (state, act) switch
        {
            (StopState.Planned, StopAct.Begin or StopAct.Skip) => true,
            (StopState.Begun, StopAct.Finish or StopAct.Skip) => true,
            _ => false,
        };

    public static string Zh(StopState state) =>
        state switch
        {
            StopState.Planned => "未开始",
            StopState.Begun => "作业中",
            StopState.Done => "已完成",
            StopState.Skipped => "已跳过",
            _ => throw new InvalidOperationException($"No word for {state}."),
        };

    public static (string Zh, string En) Words(StopAct act) =>
        act switch
        {
            StopAct.Begin => ("开始", "begun"),
            StopAct.Finish => ("完成", "done"),
            StopAct.Skip => ("跳过", "skipped"),
            _ => throw new InvalidOperationException($"No words for {act}."),
        };
}
