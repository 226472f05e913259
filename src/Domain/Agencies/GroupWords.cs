namespace PlanTracker.Domain.Agencies;

/// <summary>Groups of agencies in Vietnamese.</summary>
public static class GroupWords
{
    /// <summary>The name of a group.</summary>
    public static string NameOf(AgencyGroup group) => group switch
    {
        AgencyGroup.Department => "Sở, ban, ngành thành phố",
        AgencyGroup.District => "UBND quận, huyện",
        AgencyGroup.Commune => "UBND xã, phường, thị trấn",
        _ => "Đoàn thể chính trị - xã hội thành phố",
    };
}
