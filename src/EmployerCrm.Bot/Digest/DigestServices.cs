using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Outbox;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Bot.Digest;

internal static class DigestServices
{
    /// <summary>What people are told unasked: the jobs that find who is owed what, the cards, and their buttons.</summary>
    public static IServiceCollection AddDigest(this IServiceCollection services)
    {
        services.AddSingleton<Digests>();
        services.AddSingleton<WrapUps>();
        services.AddSingleton<LeadOverviews>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PeopleSwept>(provider, provider.GetRequiredService<FidelityOptions>().Holidays));
        services.AddSingleton<IJob, MorningDigests>();
        services.AddSingleton<IJob, VisitReminders>();
        services.AddSingleton<IJob, AskAboutVisits>();
        services.AddSingleton<IJob, WeekWrapUps>();
        services.AddSingleton<IJob, LeadSummaries>();

        services.AddSingleton<IProactiveCard, DigestMessage>();
        services.AddSingleton<IProactiveCard, VisitQuestionMessage>();
        services.AddSingleton<IProactiveCard, VisitReminderMessage>();
        services.AddSingleton<IProactiveCard, WrapUpMessage>();
        services.AddSingleton<IProactiveCard, LeadSummaryMessage>();

        services.AddSingleton<AskedVisits>();
        services.AddSingleton<BesideCards>();
        services.AddSingleton<DigestButtons>();
        services.AddSingleton<WrapUpButtons>();
        services.AddSingleton<IButtonGroup>(provider => provider.GetRequiredService<DigestButtons>());
        services.AddSingleton<IButtonGroup>(provider => provider.GetRequiredService<WrapUpButtons>());
        return services;
    }
}
