using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reminders;
using PlanTracker.Storage.Access;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Reminders;

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>, IEntityTypeConfiguration<ReminderMark>,
    IEntityTypeConfiguration<ReminderPreference>, IEntityTypeConfiguration<ReminderSettings>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("Reminders");
        reminder.Property(r => r.Id).ValueGeneratedNever();
        reminder.Property(r => r.Version).IsConcurrencyToken();
        reminder.Property(r => r.Items).HasJsonList();
        reminder.Property(r => r.Attempts).HasJsonList();
        reminder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        reminder.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        reminder.HasIndex(r => new { r.AccountId, r.Day }).IsUnique();
        reminder.HasIndex(r => new { r.Status, r.NextTryAt });
        reminder.HasIndex(r => r.Day);
    }

    public void Configure(EntityTypeBuilder<ReminderMark> mark)
    {
        mark.ToTable("ReminderMarks");
        mark.HasKey(m => new { m.AccountId, m.ObligationId, m.DueOn, m.Step });
        mark.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        mark.HasOne<Obligation>().WithMany().HasForeignKey(m => m.ObligationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReminderPreference> preference)
    {
        preference.ToTable("ReminderPreferences");
        preference.HasKey(p => p.AccountId);
        preference.Property(p => p.AccountId).ValueGeneratedNever();
        preference.Property(p => p.Version).IsConcurrencyToken();
        preference.Property(p => p.Without).HasJsonList();
        preference.HasOne<Account>().WithOne().HasForeignKey<ReminderPreference>(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReminderSettings> settings)
    {
        settings.ToTable("ReminderSettings");
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.Version).IsConcurrencyToken();
        settings.Property(s => s.Steps).HasJsonList();
    }
}
