using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.AgencyReports;

/// <summary>Contents and snapshots are JSON: they are read and shown whole, and their totals are a matter of the domain.</summary>
internal sealed class AgencyReportMapping
    : IEntityTypeConfiguration<AgencyReport>, IEntityTypeConfiguration<ReportSubmission>, IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<AgencyReport> report)
    {
        report.ToTable("AgencyReports");
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.Content).HasJson();
        report.Property(r => r.DraftedBy).HasJsonList();
        report.Property(r => r.Steps).HasJsonList();
        report.Property(r => r.Version).IsConcurrencyToken();
        report.HasOne<Obligation>().WithOne().HasForeignKey<AgencyReport>(r => r.ObligationId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReportSubmission> submission)
    {
        submission.ToTable("ReportSubmissions");
        submission.Property(s => s.Id).ValueGeneratedNever();
        submission.Property(s => s.Snapshot).HasJson();
        submission.HasOne<Obligation>().WithMany().HasForeignKey(s => s.ObligationId).OnDelete(DeleteBehavior.Restrict);
        submission.HasIndex(s => new { s.ObligationId, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.ToTable("Indicators");
        indicator.Property(i => i.Id).ValueGeneratedNever();
        indicator.Property(i => i.Code).HasMaxLength(50);
        indicator.Property(i => i.Terms).HasJson();
        indicator.Property(i => i.Version).IsConcurrencyToken();
        indicator.HasIndex(i => i.Code).IsUnique();
    }
}
