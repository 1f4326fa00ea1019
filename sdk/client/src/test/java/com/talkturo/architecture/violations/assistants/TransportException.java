package com.talkturo.architecture.violations.assistants;

/** Can be extended, and is called like one of the classes that may be. */
public class TransportException {}
