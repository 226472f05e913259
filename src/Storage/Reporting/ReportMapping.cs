using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Reporting;

/// <summary>
/// Reports as they were issued. Their bytes lie in the database, in a table of their own: frozen in the transaction that locks the days, in
/// every backup, read only by who downloads.
/// </summary>
internal sealed class ReportMapping :
    IEntityTypeConfiguration<PeriodReport>, IEntityTypeConfiguration<ReportRevision>, IEntityTypeConfiguration<ReportFile>,
    IEntityTypeConfiguration<LetterheadSetting>
{
    private const int MaxCode = 32;
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<PeriodReport> report)
    {
        report.ToTable("PeriodReports");
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.Code).HasMaxLength(MaxCode);
        report.Property(r => r.Texts).HasJson();
        report.Property(r => r.Steps).HasJsonList();
        report.Property(r => r.Version).IsConcurrencyToken();
        report.HasOne<Plan>().WithMany().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => new { r.PlanId, r.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReportRevision> revision)
    {
        revision.ToTable("ReportRevisions");
        revision.Property(r => r.Id).ValueGeneratedNever();
        revision.HasOne<PeriodReport>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
        revision.HasMany(r => r.Files).WithOne().HasForeignKey(f => f.RevisionId).OnDelete(DeleteBehavior.Restrict);
        revision.HasIndex(r => new { r.ReportId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReportFile> file)
    {
        file.ToTable("ReportFiles");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Sha256).HasMaxLength(HashLength);
        file.HasIndex(f => new { f.RevisionId, f.Format }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LetterheadSetting> letterhead)
    {
        letterhead.ToTable("Letterheads");
        letterhead.HasKey(l => l.AgencyId);
        letterhead.Property(l => l.Text).HasJson();
        letterhead.Property(l => l.Version).IsConcurrencyToken();
        letterhead.HasOne<Agency>().WithOne().HasForeignKey<LetterheadSetting>(l => l.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
