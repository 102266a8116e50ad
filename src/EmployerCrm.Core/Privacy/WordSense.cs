namespace EmployerCrm.Core.Privacy;

/// <summary>What a phrase of the word lists means to the guard; each is a section of a file.</summary>
internal enum WordSense
{
    HealthAlways,
    HealthPerson,
    HealthClient,
    MedicationAlways,
    MedicationPerson,
    MedicationClient,
    CrimeAlways,
    CrimePerson,
    CrimeClient,
    AllowedPhrases,
    ContextWork,
    ContextGroups,
    ContextJobs,
    ContextClient,
    ContextStaff,
    ContextEmployer,
    ContextPronouns,
    ContextRelatives,
    ContextTreatment,
    ContextMeeting,
    ContextNaming,
    ContextJoins,
    ContextPlaces,
    DatesBirth,
    DatesMonths,
    NamesGiven,
    NamesWords,
    NamesTitles,
    NumbersNhs,
    NumbersNationalInsurance,
    NumbersOther,
    OrdinaryWords,
    HealthBody,
    HealthTrouble,
}

/// <summary>Of whom a word must be said to be asked about.</summary>
internal enum Reach
{
    Anybody,
    OnePerson,
    Client,
}

internal static class WordSenses
{
    /// <summary>Kind and reach of a word that is asked about; null for one that only stands around such words.</summary>
    public static (GuardKind Kind, Reach Reach)? Said(this WordSense sense) =>
        sense <= WordSense.CrimeClient ? ((GuardKind)((int)sense / 3), (Reach)((int)sense % 3)) : null;
}
