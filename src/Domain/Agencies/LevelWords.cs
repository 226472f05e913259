namespace PlanTracker.Domain.Agencies;

/// <summary>The levels of agencies in Vietnamese.</summary>
public static class LevelWords
{
    /// <summary>The name of a level.</summary>
    public static string NameOf(AgencyLevel level) => level switch
    {
        AgencyLevel.City => "Thành phố",
        AgencyLevel.Department => "Sở, ban, ngành",
        AgencyLevel.Organisation => "Đoàn thể, báo, đài, trường",
        AgencyLevel.District => "Quận, huyện",
        AgencyLevel.Commune => "Xã, phường, thị trấn",
        _ => "Ngoài thành phố",
    };
}
