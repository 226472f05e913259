namespace PlanTracker.Domain.Tasks;

/// <summary>What may have to be there before an activity or a task is carried out.</summary>
public enum PreparationKind
{
    /// <summary>Kế hoạch chi tiết (VI.2.d, VI.6).</summary>
    DetailedPlan,
    /// <summary>Thống nhất nội dung với Sở Nội vụ (VI.5.b).</summary>
    HomeAffairsAgreement,
    /// <summary>Ý kiến của Ban Tuyên giáo Thành ủy về nội dung (VI.5.b).</summary>
    PropagandaOpinion,
}

/// <summary>States of a preparation.</summary>
public enum PreparationState
{
    /// <summary>Chưa thực hiện.</summary>
    Waiting,
    /// <summary>Đã gửi, chờ ý kiến.</summary>
    Sent,
    /// <summary>Chưa thống nhất: to be mended and sent again.</summary>
    Objected,
    /// <summary>Đã xong: the plan is issued, the content is agreed.</summary>
    Done,
    /// <summary>Không yêu cầu nữa.</summary>
    Dropped,
}

/// <summary>What is done with a preparation.</summary>
public enum PreparationVerb
{
    /// <summary>Yêu cầu.</summary>
    Ask,
    /// <summary>Đổi hạn.</summary>
    Move,
    /// <summary>Gửi xin ý kiến.</summary>
    Send,
    /// <summary>Ban hành, thống nhất.</summary>
    Finish,
    /// <summary>Chưa thống nhất.</summary>
    Oppose,
    /// <summary>Thôi yêu cầu.</summary>
    Drop,
}

/// <summary>A step of a preparation: what happened on which day, by which document.</summary>
/// <param name="Verb">What happened.</param>
/// <param name="Date">On which day.</param>
/// <param name="Document">By which document.</param>
/// <param name="Note">What is to be said of it; the reason of an objection.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="ByName">Who recorded it.</param>
public sealed record PreparationStep(PreparationVerb Verb, DateOnly Date, DocumentRef? Document, string? Note, DateTime At, string ByName);

/// <summary>
/// A detailed plan of its own, or a clearance of content, that an activity or a task asks for (việc chuẩn bị): who has to bring it, until when,
/// and its steps with day and document.
/// </summary>
public sealed class Preparation
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The activity; null when it is a task's.</summary>
    public Guid? ActivityId { get; init; }

    /// <summary>The task; null when it is an activity's.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>What is asked for.</summary>
    public required PreparationKind Kind { get; init; }

    /// <summary>Who has to bring it; the heir after a succession.</summary>
    public required Guid AgencyId { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>State.</summary>
    public PreparationState State { get; set; }

    /// <summary>Its steps, in order.</summary>
    public List<PreparationStep> Steps { get; init; } = [];

    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether something is still to be done.</summary>
    public bool IsOpen => State is PreparationState.Waiting or PreparationState.Sent or PreparationState.Objected;

    /// <summary>Whether it is late on a day: open and its last day has passed.</summary>
    public bool IsLateOn(DateOnly day) => IsOpen && day > DueOn;

    /// <summary>The document that it ended with; null before.</summary>
    public DocumentRef? Document => Steps.LastOrDefault(s => s.Verb is PreparationVerb.Finish)?.Document;
}

/// <summary>What is asked for of whom.</summary>
/// <param name="ActivityId">The activity, or</param>
/// <param name="TaskId">the task.</param>
/// <param name="Kind">What.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="AgencyId">Of whom; null for the lead of the activity, or the one agency of the task.</param>
/// <param name="Note">Ghi chú.</param>
public sealed record PreparationOrder(Guid? ActivityId, Guid? TaskId, PreparationKind Kind, DateOnly DueOn, Guid? AgencyId = null, string? Note = null);

/// <summary>A step as it is asked for.</summary>
/// <param name="Date">Day it happened; the new due day of a move.</param>
/// <param name="Document">By which document.</param>
/// <param name="Note">What is to be said of it.</param>
public sealed record PreparationStepOrder(DateOnly Date, DocumentRef? Document, string? Note);

/// <summary>What a step of a preparation may be.</summary>
public static class PreparationRules
{
    private const int MaxNumber = 100, MaxNote = 1000;

    /// <summary>The state after a verb; null when the verb is not possible in this state.</summary>
    public static PreparationState? After(Preparation preparation, PreparationVerb verb) => (verb, preparation) switch
    {
        (PreparationVerb.Send, { Kind: PreparationKind.DetailedPlan }) => null,
        (PreparationVerb.Send, { State: PreparationState.Waiting or PreparationState.Objected }) => PreparationState.Sent,
        (PreparationVerb.Finish, { Kind: PreparationKind.DetailedPlan, IsOpen: true }) => PreparationState.Done,
        (PreparationVerb.Finish, { State: PreparationState.Sent }) => PreparationState.Done,
        (PreparationVerb.Oppose, { State: PreparationState.Sent }) => PreparationState.Objected,
        (PreparationVerb.Drop, { IsOpen: true }) => PreparationState.Dropped,
        (PreparationVerb.Move, { IsOpen: true }) => preparation.State,
        _ => null,
    };

    internal static PreparationStepOrder Clean(PreparationStepOrder order) => order with
    {
        Document = order.Document is { } document ? document with { Number = VietnameseText.Clean(document.Number) ?? "" } : null,
        Note = VietnameseText.Clean(order.Note),
    };

    /// <summary>What is wrong with the fields; null when nothing is.</summary>
    internal static Refusal? Check(PreparationStepOrder order, PreparationVerb verb, DateOnly issuedOn, DateOnly today)
    {
        var errors = new FieldErrors();
        if (verb is not PreparationVerb.Move && order.Date > today)
            errors.Add("date", "Ngày thực hiện không được sau hôm nay.");
        else if (order.Date < issuedOn)
            errors.Add("date", $"Ngày này không được trước ngày ban hành kế hoạch ({issuedOn:dd/MM/yyyy}).");
        if (order.Document is { } document)
        {
            errors.Line("document.number", document.Number, MaxNumber, "Số, ký hiệu văn bản", needed: true);
            if (document.Date > today)
                errors.Add("document.date", "Ngày của văn bản không được sau hôm nay.");
        }
        else if (verb is PreparationVerb.Send or PreparationVerb.Finish)
        {
            errors.Add("document", "Cần ghi số, ký hiệu và ngày của văn bản.");
        }
        if (verb is PreparationVerb.Oppose or PreparationVerb.Drop or PreparationVerb.Move || order.Note is not null)
            errors.Text("note", order.Note, verb is PreparationVerb.Send or PreparationVerb.Finish ? "Ghi chú" : "Lý do", MaxNote);
        return errors.Refusal;
    }
}

/// <summary>Preparations in Vietnamese.</summary>
public static class PreparationWords
{
    /// <summary>The name of a kind.</summary>
    public static string NameOf(PreparationKind kind) => kind switch
    {
        PreparationKind.DetailedPlan => "Kế hoạch chi tiết",
        PreparationKind.HomeAffairsAgreement => "Thống nhất nội dung với Sở Nội vụ",
        _ => "Ý kiến của Ban Tuyên giáo Thành ủy",
    };

    /// <summary>The word of a state.</summary>
    public static string NameOf(PreparationState state) => state switch
    {
        PreparationState.Waiting => "Chưa thực hiện",
        PreparationState.Sent => "Đã gửi, chờ ý kiến",
        PreparationState.Objected => "Chưa thống nhất",
        PreparationState.Done => "Đã xong",
        _ => "Không yêu cầu nữa",
    };

    /// <summary>The words of a verb, for a kind: a plan is issued, a content is agreed.</summary>
    public static string NameOf(PreparationVerb verb, PreparationKind kind) => verb switch
    {
        PreparationVerb.Ask => "Yêu cầu",
        PreparationVerb.Move => "Đổi hạn",
        PreparationVerb.Send => "Gửi xin ý kiến",
        PreparationVerb.Finish => kind switch
        {
            PreparationKind.DetailedPlan => "Ban hành kế hoạch chi tiết",
            PreparationKind.HomeAffairsAgreement => "Sở Nội vụ thống nhất",
            _ => "Có ý kiến thống nhất",
        },
        PreparationVerb.Oppose => "Chưa thống nhất",
        _ => "Thôi yêu cầu",
    };
}
