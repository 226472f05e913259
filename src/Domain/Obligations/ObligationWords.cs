namespace PlanTracker.Domain.Obligations;

/// <summary>What an agency can owe.</summary>
public enum DutyKind
{
    /// <summary>A report on the period, with indicators.</summary>
    Report,
    /// <summary>Content by cadence (cung cấp thông tin, nội dung tuyên truyền).</summary>
    Content,
}

/// <summary>States of an obligation on a day.</summary>
public enum ObligationState
{
    /// <summary>Chưa đến hạn.</summary>
    NotYetDue,
    /// <summary>Đến hạn: the due day itself, still in time.</summary>
    Due,
    /// <summary>Quá hạn.</summary>
    Overdue,
    /// <summary>Đã gửi.</summary>
    Submitted,
    /// <summary>Trả lại.</summary>
    Returned,
    /// <summary>Đã tiếp nhận.</summary>
    Accepted,
    /// <summary>Được miễn.</summary>
    Waived,
    /// <summary>Đã chuyển cơ quan kế thừa.</summary>
    Transferred,
}

/// <summary>How a first submission stands to its due day; the three add up to what is expected.</summary>
public enum Timeliness
{
    /// <summary>Đúng hạn: on or before the due day.</summary>
    OnTime,
    /// <summary>Gửi chậm.</summary>
    Late,
    /// <summary>Chưa gửi.</summary>
    Missing,
}

/// <summary>Words of obligations.</summary>
public static class ObligationWords
{
    /// <summary>"Quá hạn".</summary>
    public static string NameOf(ObligationState state) => state switch
    {
        ObligationState.NotYetDue => "Chưa đến hạn",
        ObligationState.Due => "Đến hạn",
        ObligationState.Overdue => "Quá hạn",
        ObligationState.Submitted => "Đã gửi",
        ObligationState.Returned => "Trả lại",
        ObligationState.Accepted => "Đã tiếp nhận",
        ObligationState.Waived => "Được miễn",
        _ => "Đã chuyển cơ quan kế thừa",
    };

    /// <summary>"Gửi chậm".</summary>
    public static string NameOf(Timeliness timeliness) => timeliness switch
    {
        Timeliness.OnTime => "Đúng hạn",
        Timeliness.Late => "Gửi chậm",
        _ => "Chưa gửi",
    };

    /// <summary>The name of a mark.</summary>
    public static string NameOf(SendingMark mark) => mark switch
    {
        SendingMark.Missing => "Chưa gửi",
        SendingMark.Late => "Gửi chậm",
        SendingMark.NotYetDue => "Chưa đến hạn",
        SendingMark.OnTime => "Đúng hạn",
        SendingMark.Waived => "Được miễn",
        _ => "Đã chuyển cơ quan kế thừa",
    };
}
