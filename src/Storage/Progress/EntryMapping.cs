using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Progress;

/// <summary>
/// Entries. The index that totals are read from (plan, target, status, day, quantity, mode, evidence) spans the entry and its content,
/// which the model cannot say: it is written by hand in the first migration, and has to be again if a migration ever rebuilds the table.
/// </summary>
internal sealed class EntryMapping : IEntityTypeConfiguration<ProgressEntry>
{
    /// <summary>Number of pieces of evidence, kept beside the JSON so that the database can count.</summary>
    public const string EvidenceCount = nameof(EvidenceCount);

    /// <summary>Whether it counts on another day than its own, or corrects another entry: the few that a report has to say something of.</summary>
    public const string IsSpecial = nameof(IsSpecial);

    public void Configure(EntityTypeBuilder<ProgressEntry> entry)
    {
        entry.ToTable("Entries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.Property(e => e.Steps).HasJsonList();
        entry.Property(e => e.Evidence).HasJsonList();
        entry.Property<int>(EvidenceCount);
        entry.Property<bool>(IsSpecial);
        entry.HasOne<Plan>().WithMany().HasForeignKey(e => e.PlanId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Activity>().WithMany().HasForeignKey(e => e.ActivityId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Agency>().WithMany().HasForeignKey(e => e.AgencyId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.PlanId, e.Status });
        entry.HasIndex(nameof(ProgressEntry.PlanId), IsSpecial);
        entry.HasIndex(e => new { e.CreatedById, e.ClientKey }).IsUnique();
        entry.Property(e => e.ImportKey).HasMaxLength(80);
        entry.Property(e => e.ImportMark).HasMaxLength(40);
        entry.ComplexProperty(e => e.Content, Configure);
    }

    /// <summary>Marks corrections from before the mark was kept.</summary>
    public static Task Backfill(PlanDb db, CancellationToken cancel) => db.Entries
        .Where(e => e.Content.CorrectsEntryId != null && !EF.Property<bool>(e, IsSpecial))
        .ExecuteUpdateAsync(update => update.SetProperty(e => EF.Property<bool>(e, IsSpecial), true), cancel);

    private static void Configure(ComplexPropertyBuilder<EntryContent> content)
    {
        content.Property(c => c.TargetId).HasColumnName("TargetId");
        content.Property(c => c.MemberId).HasColumnName("MemberId");
        content.Property(c => c.Date).HasColumnName("Date");
        content.Property(c => c.Quantity).HasColumnName("Quantity").HasConversion<Scaled>();
        content.Property(c => c.Title).HasColumnName("Title");
        content.Property(c => c.Place).HasColumnName("Place");
        content.Property(c => c.Mode).HasColumnName("Mode");
        content.Property(c => c.PeopleReached).HasColumnName("PeopleReached");
        content.Property(c => c.Attendances).HasColumnName("Attendances");
        content.Property(c => c.CadenceSlot).HasColumnName("CadenceSlot");
        content.Property(c => c.Supporting).HasColumnName("Supporting").HasJsonList();
        content.Property(c => c.Spent).HasColumnName("Spent").HasJsonList();
        content.Property(c => c.Themes).HasColumnName("Themes").HasJsonList();
        content.Property(c => c.Form).HasColumnName("Form");
        content.Property(c => c.Channel).HasColumnName("Channel");
        content.Property(c => c.Note).HasColumnName("Note");
        content.Property(c => c.NoEvidenceReason).HasColumnName("NoEvidenceReason");
        content.Property(c => c.CorrectsEntryId).HasColumnName("CorrectsEntryId");
        content.Property(c => c.CorrectionReason).HasColumnName("CorrectionReason");
    }
}
