using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>What an entry is judged by before it is kept, submitted or confirmed.</summary>
internal sealed class EntryChecks(IPlanLibrary plans, IAgencyRegister register, EntryReading reading, BusinessClock clock)
{
    /// <summary>The plan and activity that an entry is of.</summary>
    public async Task<(Plan Plan, Activity Activity)> Row(ProgressEntry entry, CancellationToken cancel)
    {
        var plan = (await plans.Find(entry.PlanId, cancel))!;
        return (plan, plan.Activities.First(a => a.Id == entry.ActivityId));
    }

    /// <summary>What was typed, cleaned and judged by the rules of its activity.</summary>
    public async Task<Result<EntryContent>> Checked(
        Plan plan, Activity activity, Result<EntryContent> input, string? keptChannel, CancellationToken cancel)
    {
        if (input.Refused(out var unreadable, out var content))
            return unreadable;
        var agencies = await register.All(cancel);
        var clean = EntryRules.Clean(content);
        return new EntryRules(plan, activity, clock.Today, agencies, await reading.ChannelCodes(keptChannel, cancel)).Check(clean) is { } invalid ? invalid : clean;
    }

    /// <summary>What a submission still lacks that a draft may lack: evidence or a reason, the mode of rows with (*).</summary>
    public static Refusal? MissingForSubmission(EntryContent content, int evidence, Activity activity)
    {
        var errors = new Dictionary<string, string[]>();
        if (evidence == 0 && content.NoEvidenceReason is null)
            errors["noEvidenceReason"] = ["Chưa có minh chứng: cần thêm minh chứng hoặc nêu lý do chưa có."];
        if (activity.DeliveryModeAsked && content.Mode is null)
            errors["mode"] = ["Hoạt động có dấu (*): cần chọn hình thức tổ chức trực tiếp, trực tuyến hay kết hợp."];
        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }

    /// <summary>What stands against it in what is kept: a correction of something that cannot be corrected so, a locked day.</summary>
    public static async Task<Refusal?> Forbidden(IChanges changes, Plan plan, EntryContent content, Guid? self, CancellationToken cancel)
    {
        if (content.CorrectsEntryId is { } correctedId)
        {
            if (await changes.Entries.Load(correctedId, cancel) is not { Status: EntryStatus.Confirmed } corrected
                || corrected.Content.TargetId != content.TargetId || corrected.Content.CorrectsEntryId is not null || correctedId == self)
                return Refusal.Invalid("correctsEntryId", "Lần cập nhật được điều chỉnh phải là một kết quả đã xác nhận của cùng chỉ tiêu.");
            if (await changes.Entries.CorrectedSum(correctedId, self, cancel) + content.Quantity < 0)
                return BelowZero();
        }
        return await Locked(changes, plan.Id, content.Date, cancel);
    }

    /// <summary>The refusal of a day that an issued report has locked.</summary>
    public static async Task<Refusal?> Locked(IChanges changes, Guid planId, DateOnly day, CancellationToken cancel) =>
        await changes.Entries.LockedUntil(planId, cancel) is { } until && day <= until
            ? Refusal.Conflict("progress.period-locked", $"Số liệu đến hết ngày {until:dd/MM/yyyy} đã ban hành báo cáo nên không đổi được. Hãy dùng cập nhật điều chỉnh ở ngày còn mở.")
            : null;

    /// <summary>The refusal of what would take a corrected entry below nothing.</summary>
    public static Refusal BelowZero() =>
        Refusal.Invalid("quantity", "Sau khi điều chỉnh, tổng của lần cập nhật được điều chỉnh không được nhỏ hơn 0.");
}
