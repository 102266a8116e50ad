using EmployerCrm.Bot.Digest;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Handlers.Acts;
using EmployerCrm.Bot.Handlers.Employers;
using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Handlers.Support;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Quick;
using EmployerCrm.Bot.Turns;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Adjustments;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmployerCrm.Bot;

public static class BotServices
{
    /// <summary>
    /// Adds the bot with the use cases it calls. The host adds the store (<see cref="ICrmStore"/>), the protocol (AddBotFramework) and, where wanted,
    /// its own <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddEmployerCrmBot(this IServiceCollection services, Action<BotOptions> configure)
    {
        services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LondonClock>();
        services.TryAddSingleton(provider => new Ids(provider.GetRequiredService<TimeProvider>()));

        services.TryAddSingleton(new FidelityOptions());
        services.TryAddSingleton(provider => provider.GetRequiredService<FidelityOptions>().Engagement);
        services.AddSingleton<FreeTextCheck>();
        services.AddSingleton<HeldTexts<HeldInput>>();
        services.AddSingleton<GuardQuestions>();
        services.TryAddSingleton(ClientLists.Default);
        services.TryAddSingleton(_ => new FreeTextGuard(GuardWordsReader.WithDefaults().ToWords()));
        services.TryAddSingleton(new FollowUpOptions());
        services.AddSingleton(provider => new ScheduleBook(provider.GetRequiredService<FidelityOptions>().Holidays, provider.GetRequiredService<ClientLists>()));
        services.AddSingleton<SupportSchedules>();
        services.AddSingleton<TeamSchedules>();
        services.AddSingleton<DisclosurePermissions>();
        services.AddSingleton<PermissionOverviews>();
        services.AddSingleton<CareTeamHistories>();
        services.AddSingleton<Milestones>();
        services.AddSingleton<JobChanges>();
        services.AddSingleton<FollowUpSharing>();
        services.AddSingleton<FollowUpList>();
        services.AddSingleton<FollowUpOverviews>();
        services.AddSingleton<Escalations>();
        services.AddSingleton<Caseloads>();
        services.AddSingleton<CareTeamUpdates>();
        services.AddSingleton<ContactsForRecord>();
        services.AddSingleton<VisitLog>();
        services.AddSingleton<VisitEditing>();
        services.AddSingleton<FactChanges>();
        services.AddSingleton<PlannedVisits>();
        services.AddSingleton<NextSteps>();
        services.AddSingleton<SameLines>();
        services.AddSingleton<PlanInstead>();
        services.AddSingleton<LastVisit>();
        services.AddSingleton<VisitQuestions>();
        services.AddSingleton<FollowUpContacts>();
        services.AddSingleton<MyWeek>();
        services.AddSingleton<DueList>();
        services.AddSingleton<FollowUpActions>();
        services.AddSingleton<Undoing>();
        services.AddSingleton<OpenQuestions>();
        services.AddSingleton<EmployerOverviews>();
        services.AddSingleton<SavedViews>();
        services.AddSingleton<EmployerEngagement>();
        services.AddSingleton<EmployerEditing>();
        services.AddSingleton<ContactEditing>();
        services.AddSingleton<Openings>();
        services.AddSingleton<LikelyDoubles>();
        services.AddSingleton<EmployerSearching>();
        services.AddSingleton<EmployerList>();
        services.AddSingleton<EmployerTimeline>();
        services.AddSingleton<EmployersNear>();
        services.AddSingleton<JobStarts>();
        services.AddSingleton<JobEnds>();
        services.AddSingleton<NewClients>();
        services.AddSingleton<ClientChanges>();
        services.AddSingleton<ClientClosing>();
        services.AddSingleton<SteppingDown>();
        services.AddSingleton<ClientReopening>();
        services.AddSingleton<ClientContacts>();
        services.AddSingleton<MyClients>();
        services.AddSingleton<Reminders>();
        services.AddSingleton<AdjustmentList>();

        services.AddSingleton<OwnSettings>();
        services.AddSingleton<LeaveBook>();
        services.AddSingleton<LeaveForms>();
        services.AddSingleton<TeamLeave>();

        services.AddSingleton<ReaderLanguages>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<TurnDesk>();
        services.AddSingleton<AnswerMetrics>();
        services.AddSingleton<ParcelSending>();
        services.AddSingleton<ParcelRecords>();
        services.AddSingleton<AnswerDelivery>();
        services.AddSingleton<AnswersInDoubt>();
        AddOutbox(services);
        services.AddSingleton<Installations>();
        services.AddSingleton<LineReadings>();
        services.AddSingleton<ClientNameGuard>();
        services.AddSingleton<IQuickLines, QuickLines>();
        services.AddSingleton<QuestionPicker>();
        services.AddSingleton<LoggingChecks>();
        services.AddSingleton<QuestionCardsShown>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<TypedAnswers>();
        services.AddSingleton<LogLine>();
        services.AddSingleton<EmployerLookUp>();
        services.AddSingleton<JobStartLine>();
        services.AddSingleton<AdjustmentsLookUp>();
        services.AddSingleton<OpenLines>();
        services.AddSingleton<NewVisitForms>();
        services.AddSingleton<EditedLines>();
        services.AddSingleton<GroupTalk>();
        services.AddSingleton<LineHandler>();
        AddGroup<VisitButtons>(services);
        services.AddSingleton<IButtonGroup, GuardButtons>();
        services.AddSingleton<IButtonGroup, WeekButtons>();
        services.AddSingleton<LeaveLines>();
        AddGroup<SettingsLines>(services);
        services.AddSingleton<Reach>();
        AddGroup<ReachLines>(services);
        services.AddSingleton<ChoiceQuestions>();
        services.AddSingleton<TypedChoices>();
        AddGroup<ChoiceButtons>(services);
        services.AddSingleton<OpenThings>();
        services.AddSingleton<PlannedVisitLines>();
        services.AddSingleton<AskedLines>();
        services.AddSingleton<PieceReader>();
        services.AddSingleton<PieceGuard>();
        services.AddSingleton<ActLines>();
        services.AddSingleton<SeveralLines>();
        AddGroup<PlannedVisitButtons>(services);
        AddGroup<OpenThingLines>(services);
        AddGroup<ReminderLines>(services);
        AddGroup<ClientContactLines>(services);
        AddGroup<JobEndLines>(services);
        AddGroup<PermissionLines>(services);
        AddGroup<SupportTalk>(services);
        AddGroup<JobChangeLines>(services);
        AddGroup<JobForms>(services);
        AddGroup<FollowUpTalk>(services);
        AddGroup<HandOverTalk>(services);
        AddGroup<LiaisonLines>(services);
        services.AddSingleton<SupportOrders>();
        AddGroup<NewClientLines>(services);
        AddGroup<MyClientsLines>(services);
        AddGroup<SteppingDownLines>(services);
        AddGroup<ClientForms>(services);
        AddGroup<ClosingLines>(services);
        AddGroup<SameAgainLines>(services);
        AddGroup<FollowUpContactButtons>(services);
        AddGroup<NewEmployerLines>(services);
        AddGroup<ContactLines>(services);
        AddGroup<OpeningLines>(services);
        services.AddSingleton<IButtonGroup, EmployerButtons>();
        services.AddSingleton<EmployerOrders>();
        services.AddSingleton<MessageBoxSearch>();
        services.AddSingleton<ArchivedEmployers>();
        services.AddSingleton<OtherNames>();
        AddGroup<NotYetButtons>(services);
        services.AddDigest();
        services.AddSingleton<ButtonHandler>();
        services.AddSingleton<VisitForms>();
        services.AddSingleton<IBot, CrmBot>();
        services.AddHostedService<OwedAnswers>();
        services.AddHostedService<TurnErrors>();
        return services;
    }

    /// <summary>What is sent unasked; each kind of message adds its <see cref="IProactiveCard"/>.</summary>
    private static void AddOutbox(IServiceCollection services)
    {
        services.TryAddSingleton(new OutboxOptions());
        services.AddSingleton<OutboxMetrics>();
        services.AddSingleton<IOutboxObserver, OutboxWatch>();
        services.AddSingleton<ProactiveSending>();
        services.AddSingleton<IOutboxChannel, TeamsChannel>();
        services.AddSingleton<IProactiveCard, ProbeMessage>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<IJob, ReceiptsForOldCards>();
        services.AddHostedService<OutboxService>();
        services.AddHostedService<OutboxGauges>();
    }

    /// <summary>Buttons whose handler is called by typed lines too.</summary>
    private static void AddGroup<TGroup>(IServiceCollection services)
        where TGroup : class, IButtonGroup
    {
        services.AddSingleton<TGroup>();
        services.AddSingleton<IButtonGroup>(provider => provider.GetRequiredService<TGroup>());
    }
}
