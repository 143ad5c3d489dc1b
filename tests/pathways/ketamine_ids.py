"""What the ketamine pathway must hold: its ids, the disputes of its arrows, its rivals' arrows."""

NODES: dict[str, str] = {
    "core": """
        ketamine nmdar_block nmdar_interneuron gaba_interneuron gaba pyramidal glutamate ampar
        vdcc calcium bdnf_release bdnf_protein trkb erk akt mtorc1 nmdar_pyramidal eef2k eef2
        translation synaptic_proteins metaplasticity spines circuit mood
    """,
    "detail": """
        norketamine cyp mglu23 camk2 p70s6k eif4ebp gamma vhipp_mpfc dopamine htr1a fkbp51 nrg1
        mecp2 ieg neurogenesis erk_akt rodent_behaviour stress
    """,
    "rival": """
        hnk lhb monoamine opioid gsk3b pnn microglia
    """,
    "clinic": """
        sv2a_pet plasma_bdnf dissociation blood_pressure cystitis cognition_harm abuse relapse
        expectancy
    """,
}
"""Node ids by layer."""

EDGES = """
    cyp__ketamine ketamine__norketamine norketamine__hnk ketamine__nmdar_block
    nmdar_block__nmdar_interneuron nmdar_block__nmdar_pyramidal
    nmdar_interneuron__gaba_interneuron gaba_interneuron__gaba gaba__pyramidal
    pyramidal__glutamate nrg1__gaba_interneuron ketamine__nrg1 mglu23__glutamate
    glutamate__ampar glutamate__gamma gamma__dissociation glutamate__dissociation
    nmdar_block__dissociation glutamate__dopamine dopamine__metaplasticity ampar__vdcc
    vdcc__calcium calcium__bdnf_release fkbp51__bdnf_release nmdar_pyramidal__eef2k
    nmdar_pyramidal__camk2 eef2k__eef2 eef2__translation translation__bdnf_protein
    bdnf_protein__bdnf_release bdnf_release__trkb ketamine__trkb trkb__erk trkb__akt
    htr1a__akt akt__mtorc1 erk__mtorc1 akt__gsk3b gsk3b__mtorc1 mtorc1__p70s6k mtorc1__eif4ebp
    eif4ebp__translation p70s6k__translation mtorc1__synaptic_proteins
    translation__synaptic_proteins synaptic_proteins__metaplasticity metaplasticity__spines
    synaptic_proteins__spines spines__circuit ampar__circuit circuit__mood
    circuit__rodent_behaviour vhipp_mpfc__circuit trkb__vhipp_mpfc nmdar_block__lhb
    lhb__monoamine monoamine__mood hnk__ampar hnk__bdnf_release opioid__mood ketamine__opioid
    opioid__glutamate mecp2__spines ieg__translation calcium__ieg bdnf_protein__mecp2
    neurogenesis__rodent_behaviour ketamine__neurogenesis ketamine__microglia microglia__pnn
    pnn__gaba_interneuron stress__spines stress__rodent_behaviour stress__fkbp51 relapse__mood
    spines__relapse bdnf_protein__plasma_bdnf spines__sv2a_pet dissociation__expectancy
    expectancy__mood ketamine__blood_pressure ketamine__cystitis ketamine__cognition_harm
    ketamine__abuse
"""
"""The arrows that were collected, each with a row of evidence."""

ADDED = """
    ampar__dopamine lhb__rodent_behaviour pnn__vhipp_mpfc synaptic_proteins__ampar
    trkb__ampar
    trkb__circuit metaplasticity__circuit neurogenesis__circuit p70s6k__synaptic_proteins
    ketamine__pyramidal
"""
"""Arrows the evidence implies without a row of its own; each gives its reason."""

DISPUTED: dict[str, str] = {
    "ketamine__nmdar_block": "vanderaart2018",
    "nmdar_block__nmdar_interneuron": "miller2014",
    "nmdar_block__nmdar_pyramidal": "gerhard2020",
    "gaba_interneuron__gaba": "milak2016",
    "glutamate__dopamine": "can2016",
    "translation__bdnf_protein": "lindholm2012",
    "bdnf_protein__bdnf_release": "lindholm2012",
    "bdnf_release__trkb": "lindholm2012",
    "ketamine__trkb": "lindholm2012",
    "akt__mtorc1": "abdallah2020 zanos2016 autry2011",
    "erk__mtorc1": "yangreview2019",
    "gsk3b__mtorc1": "ma2013gsk",
    "mtorc1__synaptic_proteins": "yangreview2019 abdallah2020",
    "metaplasticity__spines": "widman2018",
    "synaptic_proteins__spines": "pryazhnikov2018",
    "circuit__mood": "holmes2022",
    "nmdar_block__lhb": "zhou2021lhb",
    "hnk__ampar": "shirayama2018 farmer2020 grunebaum2019 suzuki2017",
    "hnk__bdnf_release": "shirayama2018",
    "opioid__mood": "yoon2025",
    "ketamine__opioid": "yoon2025",
    "neurogenesis__rodent_behaviour": "soumier2016",
    "ketamine__neurogenesis": "lagamma2018",
    "spines__relapse": "holmes2022",
    "bdnf_protein__plasma_bdnf": "machadovieira2009",
    "spines__sv2a_pet": "holmes2022",
}
"""Papers that contest an arrow; both sides must be told."""

RIVAL_ADDS: dict[str, str] = {
    "disinhibition": """
        nmdar_block__nmdar_interneuron nmdar_interneuron__gaba_interneuron gaba_interneuron__gaba
        gaba__pyramidal pyramidal__glutamate ketamine__nrg1 nrg1__gaba_interneuron
    """,
    "direct_resting_nmda": """
        nmdar_block__nmdar_pyramidal nmdar_pyramidal__eef2k eef2k__eef2 eef2__translation
        nmdar_pyramidal__camk2
    """,
    "hnk": """
        hnk__ampar hnk__bdnf_release
    """,
    "lhb": """
        nmdar_block__lhb lhb__monoamine monoamine__mood lhb__rodent_behaviour
    """,
    "trkb_direct": """
        ketamine__trkb
    """,
    "opioid": """
        ketamine__opioid opioid__mood opioid__glutamate
    """,
    "gsk3": """
        akt__gsk3b gsk3b__mtorc1
    """,
    "repeated_anaesthetic": """
        ketamine__microglia microglia__pnn pnn__gaba_interneuron
    """,
}
"""The arrows that only an explanation brings, by its id."""

RIVAL_WEAKENS: dict[str, str] = {
    "disinhibition": "nmdar_block__nmdar_pyramidal",
    "direct_resting_nmda": "pyramidal__glutamate",
    "hnk": "ketamine__nmdar_block",
    "trkb_direct": "nmdar_block__nmdar_interneuron glutamate__ampar",
}
"""The arrows an explanation holds for less, by its id."""

CLAIMS: dict[str, tuple[str, str]] = {
    "c01_nmda_antagonism": ("well supported", "zanos2016 casarotto2021"),
    "c02_glutamate_surge": ("supported in animals", "taylor2012"),
    "c03_ampa_activation": ("supported in animals", ""),
    "c04_synaptogenesis_24h": ("supported in animals", "holmes2022"),
    "c05_spine_timing": ("contested", "pryazhnikov2018 zhang2019rket"),
    "c06_bdnf_increase": (
        "supported in animals",
        "rybakowski2013 allen2015 pardossi2024 lindholm2012 machadovieira2009",
    ),
    "c07_trkb_activation": ("supported in animals", "lindholm2012"),
    "c08_mtor_activation": ("supported in animals", "abdallah2020 autry2011 zanos2016"),
    "c09_synaptic_proteins": ("supported in animals", ""),
    "c10_gamma": ("well supported", "cornwell2012"),
    "c11_pnn": ("contested", "donegan2017"),
    "c12_dendrite_remodelling": ("supported in animals", ""),
    "c13_spine_weeks": ("supported in animals", ""),
    "c14_bdnf_repeated": ("contested", "garcia2008chronic"),
    "c15_arc_egr1_epigenetic": ("supported in animals", ""),
    "c16_neurogenesis": ("contested", "lagamma2018 soumier2016 rawat2022"),
    "c17_cognitive_harm": ("well supported", ""),
    "c18_addiction": ("well supported", ""),
    "c19_mg_block": ("well supported", ""),
    "c20_bdnf_trkb_basics": ("well supported", ""),
    "c21_rapid_antidepressant": ("well supported", "lii2023 jelovac2025"),
    "c22_ptsd": ("contested", "abdallah2022ptsd"),
    "c24_clinical_caution": ("well supported", ""),
    "c25_global_connectivity": ("contested", ""),
    "c26_human_synapses": ("well supported", ""),
}
"""How well each claim is known, and the papers that say otherwise."""
