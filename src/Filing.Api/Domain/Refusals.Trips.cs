namespace FilingApi.Domain;

public static partial class Refusals
{
    // R11: trips.
    public static readonly RefusalKind AlreadyLoaded = new("FIL-301", 409, "该车次已装车，不能再次装车。", "This trip is already loaded.");
    public static readonly RefusalKind NoValidEntry = new(
        "FIL-302",
        409,
        "此刻没有有效的备案允许该车装运，不得装车。",
        "No valid record lets this truck load at this moment."
    );
    public static readonly RefusalKind TruckNotOfFiling = new(
        "FIL-303",
        409,
        "该车不在此备案的车辆之中。",
        "This truck is not one of the filing's."
    );
    public static readonly RefusalKind PlateAmbiguous = new(
        "FIL-304",
        422,
        "该车牌有两种颜色，请写明颜色。",
        "Two trucks carry this plate: give the colour."
    );
    public static readonly RefusalKind NotLoaded = new(
        "FIL-305",
        409,
        "该车次尚未装车，不能接收或拒收。",
        "This trip has not been loaded: it can be neither received nor rejected."
    );
    public static readonly RefusalKind AlreadyClosed = new("FIL-306", 409, "该车次已{0}，不能再办。", "This trip is already {1}.");
    public static readonly RefusalKind PlateMismatch = new(
        "FIL-307",
        409,
        "车牌与装车时不符（装车：{0}），已生成线索，请核对车辆。",
        "The plate is not the loaded truck's ({0}); a lead was raised. Check the truck."
    );
    public static readonly RefusalKind NetWeight = new(
        "FIL-308",
        422,
        "净重应等于毛重减皮重（{0} kg）。",
        "Net must be gross minus tare ({0} kg)."
    );
    public static readonly RefusalKind GrossBelowTare = new(
        "FIL-309",
        422,
        "毛重 {0} kg 小于皮重 {1} kg，请核对（是否填反，或单位为吨）。",
        "Gross {0} kg is less than tare {1} kg: are they swapped, or one of them in tonnes?"
    );
    public static readonly RefusalKind NotKilograms = new(
        "FIL-310",
        422,
        "{0} kg 不合理，请按 kg 填写（1 吨 = 1000 kg）；未过磅的请留空。",
        "{0} kg cannot be: give kg (1 t is 1000 kg), and leave out what was not weighed."
    );
    public static readonly RefusalKind NothingToCorrect = new(
        "FIL-311",
        409,
        "该车次没有可更正的装车或接收记录。",
        "This trip has no loading or receipt that could be corrected."
    );
    public static readonly RefusalKind CorrectionTooLate = new(
        "FIL-312",
        409,
        "已超过 24 小时，不能再更正；请向环保站说明情况。",
        "More than 24 hours have passed: it can no longer be corrected. Tell the station."
    );
    public static readonly RefusalKind OtherPlantsName = new(
        "SEC-006",
        403,
        "只能以本单位名义接收或拒收。",
        "A plant receives and rejects in its own name only."
    );
}
