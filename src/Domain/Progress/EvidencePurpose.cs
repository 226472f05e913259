namespace PlanTracker.Domain.Progress;

/// <summary>What a piece of evidence proves (loại minh chứng) [default list].</summary>
public enum EvidencePurpose
{
    /// <summary>Hợp đồng đặt hàng, theo Quyết định 2344/QĐ-UBND.</summary>
    OrderContract,
    /// <summary>Biên bản nghiệm thu đặt hàng, theo Quyết định 2344/QĐ-UBND.</summary>
    OrderAcceptance,
    /// <summary>Danh sách tham dự.</summary>
    AttendanceList,
    /// <summary>Liên kết phát sóng, đăng tải.</summary>
    BroadcastLink,
    /// <summary>Nghiệm thu in ấn.</summary>
    PrintAcceptance,
    /// <summary>Hình ảnh.</summary>
    Photo,
    /// <summary>Văn bản.</summary>
    OfficialDocument,
    /// <summary>Khác.</summary>
    Other,
}

/// <summary>The Vietnamese words of the purposes.</summary>
public static class EvidencePurposes
{
    /// <summary>The word of a purpose, as it stands in a drop-down.</summary>
    public static string NameOf(EvidencePurpose purpose) => purpose switch
    {
        EvidencePurpose.OrderContract => "Hợp đồng đặt hàng (Quyết định 2344/QĐ-UBND)",
        EvidencePurpose.OrderAcceptance => "Biên bản nghiệm thu đặt hàng (Quyết định 2344/QĐ-UBND)",
        EvidencePurpose.AttendanceList => "Danh sách tham dự",
        EvidencePurpose.BroadcastLink => "Liên kết phát sóng, đăng tải",
        EvidencePurpose.PrintAcceptance => "Nghiệm thu in ấn",
        EvidencePurpose.Photo => "Hình ảnh",
        EvidencePurpose.OfficialDocument => "Văn bản",
        _ => "Khác",
    };
}
